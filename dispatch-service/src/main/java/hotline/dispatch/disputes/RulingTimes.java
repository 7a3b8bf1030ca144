package hotline.dispatch.disputes;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long the centre took to rule (裁定用时), in work time from the convening.
 *
 * @param from since when it was ruled
 * @param ruled how many rulings that are
 * @param meanWorkMinutes null of none
 * @param medianWorkMinutes null of none; of an even number the middle of the two in the middle
 */
@Schema(name = "RulingTimes")
public record RulingTimes(Instant from, long ruled, Long meanWorkMinutes, Long medianWorkMinutes) {

  static RulingTimes of(Instant from, List<Long> workMinutes) {
    int count = workMinutes.size();
    if (count == 0) {
      return new RulingTimes(from, 0, null, null);
    }
    List<Long> sorted = workMinutes.stream().sorted().toList();
    return new RulingTimes(
        from,
        count,
        Math.round(sorted.stream().mapToLong(Long::longValue).average().orElseThrow()),
        (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2);
  }
}
