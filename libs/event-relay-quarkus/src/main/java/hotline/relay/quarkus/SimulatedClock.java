package hotline.relay.quarkus;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that several processes read from one memory-mapped file, so that all of them live through
 * the same simulated time.
 *
 * <p>The file holds four big-endian longs: simulated anchor (ms), real anchor (ms), factor x 1000,
 * and a version that is odd while the others are being written. Simulated time is the simulated
 * anchor plus factor times what has passed in real time since the real anchor; factor 0 stands
 * still.
 */
public final class SimulatedClock extends Clock {

  private static final int SIZE = 4 * Long.BYTES;
  private static final int SIMULATED = 0;
  private static final int REAL = Long.BYTES;
  private static final int FACTOR = 2 * Long.BYTES;
  private static final int VERSION = 3 * Long.BYTES;
  private static final int TRIES = 10_000;
  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private record Anchor(long simulated, long real, long factor) {}

  private final ByteBuffer file;
  private final ZoneId zone;
  private volatile Anchor last;

  private SimulatedClock(ByteBuffer file, ZoneId zone, Anchor last) {
    this.file = file;
    this.zone = zone;
    this.last = last;
  }

  /** Opens a clock that {@link #write} has made. */
  public static SimulatedClock open(Path path) throws IOException {
    if (!Files.isRegularFile(path) || Files.size(path) < SIZE) {
      throw new IOException("模拟时钟文件不存在或不完整 / No simulated clock in " + path);
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer file = channel.map(FileChannel.MapMode.READ_ONLY, 0, SIZE);
      SimulatedClock clock = new SimulatedClock(file, ZoneOffset.UTC, null);
      clock.last = clock.read();
      if (clock.last == null) {
        throw new IOException("模拟时钟文件未写完 / The simulated clock was never finished: " + path);
      }
      return clock;
    }
  }

  /**
   * Sets the clock: from this moment it shows {@code simulated} and runs {@code factor} times as
   * fast as real time; 0 stands still. Makes the file when there is none.
   */
  public static void write(Path path, Instant simulated, double factor) throws IOException {
    if (factor < 0 || Double.isNaN(factor) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException(
          "时钟倍率不能为负 / The factor of a clock must not be negative: " + factor);
    }
    try (FileChannel channel =
            FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock alone = channel.lock()) {
      ByteBuffer file = channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
      long version = (long) LONGS.getVolatile(file, VERSION) | 1;
      LONGS.setVolatile(file, VERSION, version);
      LONGS.setVolatile(file, SIMULATED, simulated.toEpochMilli());
      LONGS.setVolatile(file, REAL, System.currentTimeMillis());
      LONGS.setVolatile(file, FACTOR, Math.round(factor * 1000));
      LONGS.setVolatile(file, VERSION, version + 1);
      assert alone.isValid();
    }
  }

  @Override
  public long millis() {
    Anchor anchor = read();
    if (anchor == null) {
      // A writer died between its two versions: the last whole answer goes on.
      anchor = last;
    } else if (!anchor.equals(last)) {
      last = anchor;
    }
    long passed = System.currentTimeMillis() - anchor.real();
    return anchor.simulated() + Math.floorDiv(passed * anchor.factor(), 1000L);
  }

  private Anchor read() {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      long before = (long) LONGS.getVolatile(file, VERSION);
      if ((before & 1) == 0 && before != 0) {
        Anchor anchor =
            new Anchor(
                (long) LONGS.getVolatile(file, SIMULATED),
                (long) LONGS.getVolatile(file, REAL),
                (long) LONGS.getVolatile(file, FACTOR));
        if ((long) LONGS.getVolatile(file, VERSION) == before) {
          return anchor;
        }
      }
      Thread.onSpinWait();
    }
    return null;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new SimulatedClock(file, other, last);
  }
}
