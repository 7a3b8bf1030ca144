CREATE TABLE parcel (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key     text   NOT NULL,
  number  bigint NOT NULL,
  content text   NOT NULL
);
