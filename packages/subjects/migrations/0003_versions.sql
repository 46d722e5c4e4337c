-- breaking: no
-- Names mean what the version says that wrote them. Versions are named by the first 16 digits of their hash; whoever
-- was here before the first of them is held to the oldest that is known.
alter table subjects.person
  add column joined text not null default '',          -- version under which they joined
  add column placed text not null default '',          -- version whose jurisdictions `jurisdiction` names
  add column shown text[] not null default '{}',       -- for each of `consents`, the version that was shown
  add column agreed text[] not null default '{}';      -- 'version matter': changes that they agreed to since

update subjects.person p set shown = array(
  select coalesce((select left(r.notice, 16) from subjects.consent_record r
    where r.owner_id = p.owner_id and r.consent = c.name and r.event_state = 'given'
    order by r.event_at desc, r.id desc limit 1), '')
  from unnest(p.consents) with ordinality as c (name, place) order by c.place);
