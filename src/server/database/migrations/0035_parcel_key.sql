-- Which parcel has a number, those split or merged away included: a map that follows the log asks for those that moved.
create index parcel_key on parcel (zone_id, number_key) where removed_at is null;
