package hotline.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do the same at the same moment. */
final class AtOnce {

  private AtOnce() {}

  static <T> List<T> answers(int people, Callable<T> act) throws Exception {
    CyclicBarrier ready = new CyclicBarrier(people);
    Callable<T> together =
        () -> {
          ready.await();
          return act.call();
        };
    ExecutorService threads = Executors.newFixedThreadPool(people);
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(Collections.nCopies(people, together))) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
