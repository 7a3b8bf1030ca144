package hotline.simulator.replay;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the desks do meanwhile, and whether they are done with it. */
final class Background implements AutoCloseable {

  /** An act of somebody. */
  interface Work {
    void run() throws InterruptedException;
  }

  private static final int DESKS = 24;

  private final ExecutorService desks =
      Executors.newFixedThreadPool(
          DESKS,
          work -> {
            Thread thread = new Thread(work, "desk");
            thread.setDaemon(true);
            return thread;
          });
  private final Collection<String> failures = new ConcurrentLinkedQueue<>();
  private int outstanding;

  CompletableFuture<Void> start(String what, Work work) {
    synchronized (this) {
      outstanding++;
    }
    return CompletableFuture.runAsync(
        () -> {
          try {
            work.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            failures.add(what + ": " + e.getMessage());
            throw new CompletionException(e);
          } finally {
            finished();
          }
        },
        desks);
  }

  private synchronized void finished() {
    outstanding--;
    notifyAll();
  }

  /** Whether everything was done within the time. */
  synchronized boolean quietWithin(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (outstanding > 0) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  Collection<String> failures() {
    return failures;
  }

  @Override
  public void close() {
    desks.shutdownNow();
  }
}
