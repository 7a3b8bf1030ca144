package hotline.calendar;

import hotline.calendar.Explanation.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cuts the time from a start to its due time into spans of one reason each, stage by stage. */
final class Explainer {

  private final ClockTerms terms;
  private final WorkCalendar calendar;
  private final Count count;
  private final List<Span> spans = new ArrayList<>();

  private Explainer(ClockTerms terms, WorkCalendar calendar) {
    this.terms = terms;
    this.calendar = calendar;
    this.count = Count.of(terms, calendar);
  }

  static Explanation explain(ClockTerms terms, WorkCalendar calendar) {
    Explainer explainer = new Explainer(terms, calendar);
    explainer.count.stages().forEach(explainer::addStage);
    List<CalendarYearMissing> warnings = explainer.count.warnings();
    return new Explanation(
        terms.start(),
        Timeline.instant(explainer.count.due()),
        explainer.spans,
        Remarks.of(terms, calendar, warnings),
        warnings);
  }

  private void addStage(Count.Stage stage) {
    addCalendarTime(stage, stage.start(), stage.from());
    long moment = stage.from();
    Pauses pauses = count.pauses();
    for (int i = 0; i < pauses.count(); i++) {
      long begins = Math.max(moment, pauses.from(i));
      long ends = Math.min(stage.due(), pauses.to(i));
      if (begins < ends) {
        addRunning(stage, moment, begins);
        addPause(stage, begins, ends);
        moment = ends;
      }
    }
    addRunning(stage, moment, stage.due());
  }

  private void addRunning(Count.Stage stage, long from, long to) {
    if (stage.kind() != KindOfTime.NATURAL) {
      addCalendarTime(stage, from, to);
      return;
    }
    long reached = Math.max(from, Math.min(to, stage.reached()));
    add(stage, SpanReason.NATURAL_TIME, Label.NONE, false, from, reached);
    add(stage, SpanReason.END_RULE, Label.NONE, false, reached, to);
  }

  private void addPause(Count.Stage stage, long from, long to) {
    List<Pause> reasons =
        terms.pauses().stream()
            .filter(
                pause ->
                    Timeline.nanos(pause.from()) < to
                        && Timeline.nanos(pause.to()) > from
                        && !pause.reason().isEmpty())
            .sorted(Comparator.comparing(Pause::reason))
            .toList();
    Label label = new Label(joined(reasons, Pause::reason), joined(reasons, Pause::english));
    add(stage, SpanReason.PAUSED, label, false, from, to);
  }

  private static String joined(List<Pause> pauses, Function<Pause, String> words) {
    return pauses.stream().map(words).distinct().collect(Collectors.joining(", "));
  }

  private void addCalendarTime(Count.Stage stage, long from, long to) {
    new DayCuts(calendar)
        .cut(
            from,
            to,
            piece -> {
              if (piece.reason() == SpanReason.WORK_TIME
                  || piece.reason() == SpanReason.MAKE_UP_DAY) {
                addWork(stage, piece);
              } else {
                add(
                    stage,
                    piece.reason(),
                    Label.ofDay(piece.label()),
                    piece.guessed(),
                    piece.from(),
                    piece.to());
              }
            });
  }

  /** Work time changes its meaning at the marks of the stage. */
  private void addWork(Count.Stage stage, DayCuts.Piece piece) {
    SpanReason beyond =
        stage.kind() == KindOfTime.WORK_DAYS ? SpanReason.RESTORED : SpanReason.END_RULE;
    long[] marks = {stage.from(), stage.countedFrom(), stage.reached(), Long.MAX_VALUE};
    SpanReason[] reasons = {SpanReason.START_RULE, SpanReason.START_DAY, piece.reason(), beyond};
    long moment = piece.from();
    for (int i = 0; i < marks.length; i++) {
      long end = Math.min(piece.to(), marks[i]);
      if (moment < end) {
        add(stage, reasons[i], Label.ofDay(piece.label()), piece.guessed(), moment, end);
        moment = end;
      }
    }
  }

  private void add(
      Count.Stage stage, SpanReason reason, Label label, boolean guessed, long from, long to) {
    if (from >= to) {
      return;
    }
    if (!spans.isEmpty() && !reason.counts()) {
      Span last = spans.get(spans.size() - 1);
      if (last.reason() == reason && last.label().equals(label.zh()) && last.guessed() == guessed) {
        spans.remove(spans.size() - 1);
        add(stage, reason, label, guessed, Timeline.nanos(last.from()), to);
        return;
      }
    }
    long time = stage.kind() == KindOfTime.NATURAL ? to - from : calendar.timeline().work(from, to);
    SpanText text = new SpanText(reason, label, guessed, time);
    if (reason.counts()) {
      text.addProgress(progress(stage, to));
    }
    spans.add(
        new Span(
            Timeline.instant(from),
            Timeline.instant(to),
            reason.counts(),
            reason,
            label.zh(),
            Duration.ofNanos(time),
            guessed,
            text.zh(),
            text.en()));
  }

  private Progress progress(Count.Stage stage, long until) {
    long from = stage.countedFrom();
    Pauses pauses = count.pauses();
    return switch (stage.kind()) {
      case NATURAL ->
          Progress.ofTime(pauses.between(new NaturalTime(), from, until), stage.amount());
      case WORK ->
          Progress.ofTime(
              pauses.between(new WorkTime(calendar.timeline()), from, until), stage.amount());
      case WORK_DAYS ->
          Progress.ofDays(
              pauses.between(new WorkDays(calendar.timeline()), from, until), stage.amount());
    };
  }
}
