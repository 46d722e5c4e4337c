-- breaking: no
-- data: none; which closure carries a request out, and since when somebody has to decide.
alter table right_request
  add column carries jsonb,
  add column waits_at timestamptz;
update right_request set waits_at = made_at where state = 'running' and decision is null and kind <> 'closure';
-- Whoever is asked for by another has to find that out.
create index right_request_for on right_request ((about->'behalf'->'of'->>'person')) where about ? 'behalf';
