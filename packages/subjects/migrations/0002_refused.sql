-- A no to what was never agreed to is an answer too: it is not asked again.
alter table subjects.consent_record drop constraint consent_record_event_state_check;
alter table subjects.consent_record add constraint consent_record_event_state_check
  check (event_state in ('given', 'withdrawn', 'refused'));
