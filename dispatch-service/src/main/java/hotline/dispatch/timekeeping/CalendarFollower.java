package hotline.dispatch.timekeeping;

/** What else follows a newer calendar (督办单、批示), each with a timer of its own. */
public interface CalendarFollower {

  /**
   * Has the timers of those that lie ahead and are behind that version fire at once, in the
   * transaction at hand; they compute and say what moved.
   */
  void hasten(int calendarVersion);
}
