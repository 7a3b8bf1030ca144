package hotline.simulator;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/** Whoever moves the clock of a stack does so alone. */
final class OnlyPlayer {

  private OnlyPlayer() {}

  /** What is done while nobody else moves the clock. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** Refuses when somebody else plays. */
  static void play(Target target, Work work) throws IOException, InterruptedException {
    if (!unlessPlayed(target, work)) {
      throw new IOException("另一个回放正在进行 / Another replay is running on this stack");
    }
  }

  /**
   * @return false when somebody else plays, and nothing was done
   */
  static boolean unlessPlayed(Target target, Work work) throws IOException, InterruptedException {
    try (FileChannel channel =
            FileChannel.open(
                target.run().resolve("replay.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        return false;
      }
      work.run();
      return true;
    }
  }
}
