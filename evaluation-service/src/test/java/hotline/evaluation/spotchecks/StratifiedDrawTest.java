package hotline.evaluation.spotchecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StratifiedDrawTest {

  private static final String SEED = "00".repeat(32);

  /** Fixed, so that a failure is found again. */
  private final Random random = new Random(12345);

  @Test
  void the_same_seed_draws_the_same_cases_on_every_java() {
    Frame frame =
        new Frame(
            List.of(
                line(1, "cg", "01"),
                line(2, "cg", "01"),
                line(3, "cg", "02"),
                line(4, "jt", "01"),
                line(5, "jt", "01"),
                line(6, "jt", "01")));
    // Written down: another version that draws otherwise must have another name.
    assertThat(StratifiedDraw.ALGORITHM).isEqualTo("stratified-sha256/1");
    assertThat(Frame.sha256(frame.text()))
        .isEqualTo("e15600b3ea7b5aa3ed9be54b50de48d992e7faff5ad7e88190aef5c77858a93a");
    assertThat(ids(StratifiedDraw.draw(frame, 3, Weights.NONE, SEED)))
        .containsExactly(id(1), id(5), id(6));
  }

  @Test
  void a_lot_is_what_a_shell_computes() {
    // printf '%s:%s' seed name | sha256sum
    assertThat(Lot.hex(Lot.of("seed", "name").value()))
        .isEqualTo("af0438752dee330e0a0706c287ebbc0ba15db3bb15e4cf619bdf755f73efdb30");
  }

  @Test
  void the_order_in_which_the_cases_came_changes_nothing() {
    for (int i = 0; i < 50; i++) {
      Frame frame = anyFrame();
      List<Frame.Line> shuffled = new ArrayList<>(frame.lines());
      Collections.shuffle(shuffled, random);
      Frame other = new Frame(shuffled);
      int size = 1 + random.nextInt(frame.size());
      assertThat(other.text()).isEqualTo(frame.text());
      assertThat(StratifiedDraw.draw(other, size, Weights.NONE, SEED))
          .isEqualTo(StratifiedDraw.draw(frame, size, Weights.NONE, SEED));
      assertThat(Frame.parse(frame.text())).isEqualTo(frame);
    }
  }

  @Test
  void as_many_are_drawn_as_were_asked_for_each_once_and_of_the_frame() {
    for (int i = 0; i < 300; i++) {
      Frame frame = anyFrame();
      int size = 1 + random.nextInt(frame.size());
      StratifiedDraw.Drawn drawn = StratifiedDraw.draw(frame, size, anyWeights(), Lot.seed());
      assertThat(drawn.lines()).hasSize(size).doesNotHaveDuplicates();
      assertThat(frame.lines()).containsAll(drawn.lines());
      assertThat(drawn.shares().stream().mapToInt(StratifiedDraw.Share::drawn).sum())
          .isEqualTo(size);
      assertThat(drawn.shares().stream().mapToInt(StratifiedDraw.Share::size).sum())
          .isEqualTo(frame.size());
      assertThat(drawn.shares()).allMatch(share -> share.drawn() <= share.size());
    }
  }

  @Test
  void every_stratum_gets_its_share_to_less_than_one_case_where_none_is_topped_up() {
    for (int i = 0; i < 300; i++) {
      Frame frame = anyFrame();
      int size = 1 + random.nextInt(frame.size());
      List<StratifiedDraw.Share> shares =
          StratifiedDraw.draw(frame, size, Weights.NONE, Lot.seed()).shares();
      boolean toppedUp =
          size >= shares.size()
              && shares.stream().anyMatch(share -> (long) size * share.size() < frame.size());
      for (StratifiedDraw.Share share : shares) {
        // drawn / size of the frame, compared without fractions.
        long exact = (long) size * share.size();
        long given = (long) share.drawn() * frame.size();
        if (!toppedUp) {
          assertThat(Math.abs(exact - given)).isLessThan(frame.size());
        }
      }
    }
  }

  @Test
  void no_stratum_of_five_cases_is_left_out_while_there_are_cases_for_all() {
    for (int i = 0; i < 300; i++) {
      Frame frame = anyFrame();
      int strata = StratifiedDraw.draw(frame, 1, Weights.NONE, SEED).shares().size();
      int size = strata + random.nextInt(frame.size() - strata + 1);
      assertThat(
              StratifiedDraw.draw(
                      frame,
                      size,
                      new Weights(Map.of("cg", 1 + random.nextInt(5)), null, null),
                      SEED)
                  .shares())
          .allMatch(share -> share.drawn() >= 1 || share.size() < 5);
    }
  }

  @Test
  void the_only_case_of_its_stratum_is_not_drawn_for_certain() {
    List<Frame.Line> lines = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      lines.add(line(i, "cg", "01"));
    }
    for (int i = 15; i < 20; i++) {
      lines.add(line(i, "u" + i, "01"));
    }
    Frame frame = new Frame(lines);
    int times = 0;
    for (int i = 0; i < 1000; i++) {
      times +=
          ids(StratifiedDraw.draw(frame, 4, Weights.NONE, "seed-" + i)).contains(id(17)) ? 1 : 0;
    }
    // One of the five lone cases is drawn: 200 expected; six standard deviations are 76.
    assertThat(times).isBetween(124, 276);
  }

  @Test
  void more_weight_never_means_fewer_cases() {
    for (int i = 0; i < 100; i++) {
      Frame frame = anyFrame();
      int size = 1 + random.nextInt(frame.size());
      long before = ofUnit(StratifiedDraw.draw(frame, size, Weights.NONE, SEED), "cg");
      long after =
          ofUnit(
              StratifiedDraw.draw(frame, size, new Weights(Map.of("cg", 5), Map.of(), null), SEED),
              "cg");
      assertThat(after).isGreaterThanOrEqualTo(before - 1);
    }
  }

  @Test
  void cases_with_a_signal_are_strata_of_their_own_when_they_are_weighted() {
    List<Frame.Line> lines = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      lines.add(new Frame.Line(id(i), 1, "cg", "01", i < 10));
    }
    Frame frame = new Frame(lines);
    assertThat(StratifiedDraw.draw(frame, 20, Weights.NONE, SEED).shares()).hasSize(1);
    List<StratifiedDraw.Share> shares =
        StratifiedDraw.draw(frame, 20, new Weights(null, null, 5), SEED).shares();
    assertThat(shares).hasSize(2);
    // 10 x 5 of 140 are 7.14 of 20.
    assertThat(shares.get(1).stratum().signalled()).isTrue();
    assertThat(shares.get(1).drawn()).isEqualTo(7);
  }

  @Test
  void every_case_of_a_stratum_has_the_same_chance() {
    List<Frame.Line> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      lines.add(line(i, "cg", "01"));
    }
    Frame frame = new Frame(lines);
    Map<UUID, Integer> times = new HashMap<>();
    int draws = 4000;
    for (int i = 0; i < draws; i++) {
      StratifiedDraw.draw(frame, 5, Weights.NONE, "seed-" + i)
          .lines()
          .forEach(line -> times.merge(line.caseId(), 1, Integer::sum));
    }
    // 1000 expected; six standard deviations are 164.
    assertThat(times).hasSize(20).allSatisfy((id, n) -> assertThat(n).isBetween(836, 1164));
  }

  @Test
  void without_a_case_that_was_not_drawn_the_others_stay_drawn() {
    List<Frame.Line> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      lines.add(line(i, "cg", "01"));
    }
    Frame frame = new Frame(lines);
    List<UUID> drawn = ids(StratifiedDraw.draw(frame, 5, Weights.NONE, SEED));
    Set<UUID> rest = new HashSet<>(lines.stream().map(Frame.Line::caseId).toList());
    drawn.forEach(rest::remove);
    Frame smaller = frame.without(List.of(rest.iterator().next()));
    assertThat(ids(StratifiedDraw.draw(smaller, 5, Weights.NONE, SEED))).isEqualTo(drawn);
  }

  @Test
  void seeds_are_long_and_never_the_same() {
    assertThat(Lot.seed()).hasSize(64).isNotEqualTo(Lot.seed());
    assertThat(new BigInteger(Lot.seed(), 16)).isPositive();
  }

  @Test
  void a_case_stands_in_a_frame_once_and_more_than_it_has_is_not_drawn() {
    assertThatThrownBy(() -> new Frame(List.of(line(1, "cg", "01"), line(1, "jt", "01"))))
        .isInstanceOf(IllegalArgumentException.class);
    Frame one = new Frame(List.of(line(1, "cg", "01")));
    assertThatThrownBy(() -> StratifiedDraw.draw(one, 2, Weights.NONE, SEED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void only_what_is_not_weighted_is_in_proportion() {
    assertThat(Weights.NONE.areEven()).isTrue();
    assertThat(new Weights(Map.of("cg", 1), Map.of("01", 1), null).areEven()).isTrue();
    assertThat(new Weights(Map.of("cg", 2), null, null).areEven()).isFalse();
    assertThat(new Weights(null, null, 1).areEven()).isFalse();
  }

  private Frame anyFrame() {
    int size = 10 + random.nextInt(200);
    int units = 1 + random.nextInt(6);
    int categories = 1 + random.nextInt(4);
    List<Frame.Line> lines = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String unit = random.nextInt(3) == 0 ? "cg" : "u" + random.nextInt(units);
      lines.add(
          new Frame.Line(
              new UUID(random.nextLong(), random.nextLong()),
              1,
              unit,
              random.nextInt(10) == 0 ? null : "0" + (1 + random.nextInt(categories)),
              random.nextInt(5) == 0));
    }
    return new Frame(lines);
  }

  private Weights anyWeights() {
    return switch (random.nextInt(3)) {
      case 0 -> Weights.NONE;
      case 1 -> new Weights(Map.of("cg", 1 + random.nextInt(5)), Map.of("01", 3), null);
      default -> new Weights(Map.of(), Map.of("01", 1 + random.nextInt(5)), 5);
    };
  }

  private static long ofUnit(StratifiedDraw.Drawn drawn, String unit) {
    return drawn.lines().stream().filter(line -> line.unitId().equals(unit)).count();
  }

  private static List<UUID> ids(StratifiedDraw.Drawn drawn) {
    return drawn.lines().stream().map(Frame.Line::caseId).collect(Collectors.toList());
  }

  private static UUID id(int number) {
    return new UUID(0, number);
  }

  private static Frame.Line line(int number, String unit, String category) {
    return new Frame.Line(id(number), 1, unit, category, false);
  }
}
