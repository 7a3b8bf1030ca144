create table parcel (key text not null);
