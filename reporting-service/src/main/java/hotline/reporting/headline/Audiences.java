package hotline.reporting.headline;

import hotline.reporting.directory.UnitScope;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who listens to which numbers: those who asked the same hear the same reading. */
final class Audiences {

  /** What is listened to. */
  record Question(Period period, UnitScope scope) {}

  /** Looks a question up. */
  interface Reading<E extends Exception> {
    Headline read(Question question) throws E;
  }

  private static final int SILENT_LOOKS = 30;

  private static final class Audience {
    private final Set<MultiEmitter<? super Headline>> listeners = new LinkedHashSet<>();
    private Headline last;
    private long mark;
    private int silent;
  }

  private final Map<Question, Audience> audiences = new HashMap<>();

  /** Lets somebody hear the last reading at once and all that follow, until it goes. */
  synchronized void join(Question question, MultiEmitter<? super Headline> listener) {
    Audience audience = audiences.computeIfAbsent(question, none -> new Audience());
    audience.listeners.add(listener);
    listener.onTermination(() -> leave(question, listener));
    if (audience.last != null) {
      listener.emit(audience.last);
    }
  }

  private synchronized void leave(Question question, MultiEmitter<? super Headline> listener) {
    Audience audience = audiences.get(question);
    if (audience != null && audience.listeners.remove(listener) && audience.listeners.isEmpty()) {
      audiences.remove(question);
    }
  }

  synchronized boolean isEmpty() {
    return audiences.isEmpty();
  }

  /**
   * Reads once for each audience that does not know this mark, or has heard nothing for long.
   *
   * @param mark changes whenever the numbers may have
   */
  <E extends Exception> void tell(long mark, Reading<E> reading) throws E {
    for (Question question : due(mark)) {
      hear(question, mark, reading.read(question));
    }
  }

  private synchronized List<Question> due(long mark) {
    return audiences.entrySet().stream()
        .filter(
            one ->
                one.getValue().last == null
                    || one.getValue().mark != mark
                    || ++one.getValue().silent >= SILENT_LOOKS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private synchronized void hear(Question question, long mark, Headline headline) {
    Audience audience = audiences.get(question);
    if (audience != null) {
      // Only now: what could not be read is asked for again at the next look.
      audience.mark = mark;
      audience.silent = 0;
      audience.last = headline;
      // Over a copy: one that finds its listener gone leaves meanwhile.
      List.copyOf(audience.listeners).forEach(listener -> listener.emit(headline));
    }
  }
}
