drop index concurrently if exists parcels_by_key;
create index concurrently parcels_by_key on parcel (key);
