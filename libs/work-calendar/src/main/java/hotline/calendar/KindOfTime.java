package hotline.calendar;

/** Units that can be added up: minutes, hours and days of natural time are one kind. */
enum KindOfTime {
  NATURAL,
  WORK,
  WORK_DAYS
}
