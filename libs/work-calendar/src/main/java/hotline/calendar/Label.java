package hotline.calendar;

/** What a span is called: a holiday, or why the clock stood still; both empty for nothing. */
record Label(String zh, String en) {

  static final Label NONE = new Label("", "");

  static Label ofDay(String name) {
    return new Label(name, HolidayNames.english(name));
  }
}
