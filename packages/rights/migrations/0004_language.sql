-- breaking: no
-- data: the language in which a request was made, so that its certificate can be read by who asked for it.
alter table right_request add column language text not null default 'zh-Hans';
