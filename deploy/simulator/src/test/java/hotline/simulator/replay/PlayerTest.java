package hotline.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hotline.simulator.api.Api;
import hotline.simulator.replay.TinyCity.Act;
import hotline.simulator.requests.CitizenRequest;
import hotline.simulator.requests.RequestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerTest {

  private static final String HEADER =
      "message_id,user_id,title,created_at,detail,reply,replied_at";
  private static final int NEVER = Integer.MAX_VALUE;

  @TempDir Path folder;

  @Test
  void registrations_and_replies_happen_at_the_second_of_the_file_and_the_rest_in_between()
      throws Exception {
    List<CitizenRequest> requests =
        file(
            HEADER,
            "1,A,路灯不亮,2019-04-25 09:32:09,坏了,已修,2019-05-10 14:56:53",
            "2,B,\"道路\n破损\",2019-04-25 09:32:09,\"坑,\n洼\",已补,2019-05-10 14:56:53",
            "3,C,井盖,2011-01-02 00:00:00,缺,已换,2019-05-10 14:56:54");

    List<Act> acts = play(requests, NEVER, null);

    for (CitizenRequest request : requests) {
      Map<String, Instant> times = timesOf(acts, request.ref());
      assertThat(times.keySet())
          .containsExactlyInAnyOrder(
              "cases",
              "acceptance",
              "signature",
              "contact-attempts",
              "replies",
              "reviews",
              "attempts",
              "evaluation");
      assertThat(times.get("cases")).isEqualTo(request.receivedAt());
      assertThat(times.get("replies")).isEqualTo(request.repliedAt());
      assertThat(times.get("contact-attempts"))
          .isBetween(request.receivedAt(), request.receivedAt().plus(Duration.ofHours(12)))
          .isBefore(request.repliedAt());
      assertThat(times.get("evaluation"))
          .isBetween(request.repliedAt(), request.repliedAt().plus(Duration.ofHours(12)));
    }
    assertThat(acts.get(0).ref()).isEqualTo("3");
  }

  @Test
  void a_service_that_stumbles_is_asked_again_and_nothing_happens_twice() throws Exception {
    List<CitizenRequest> requests = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      requests.addAll(
          file(HEADER, i + ",A,路灯不亮,2019-04-25 09:32:" + (10 + i) + ",坏了,已修,2019-05-10 14:56:53"));
    }

    List<Act> acts = play(requests, 5, null);

    assertThat(acts).hasSize(20 * 8);
    assertThat(acts.stream().map(act -> act.ref() + act.name()).distinct()).hasSize(20 * 8);
  }

  @Test
  void a_citizen_who_is_not_content_sends_it_back_once() throws Exception {
    List<CitizenRequest> requests =
        file(
            HEADER + ",stage,opinion,second_reply,second_replied_at",
            "1,A,路灯,2026-03-02 09:00:00,坏,已修,2026-03-03 09:00:00,CLOSED,SATISFIED,再修,2026-03-04 10:00:00");

    List<Act> acts = play(requests, NEVER, null);

    List<Act> replies = acts.stream().filter(act -> act.name().equals("replies")).toList();
    List<Act> ratings = acts.stream().filter(act -> act.name().equals("evaluation")).toList();
    assertThat(replies)
        .extracting(Act::at)
        .containsExactly(requests.get(0).repliedAt(), requests.get(0).secondRepliedAt());
    assertThat(ratings)
        .extracting(act -> act.body().path("reason").asText())
        .containsExactly("UNIT", "");
  }

  @Test
  void who_rates_on_the_own_page_is_not_called() throws Exception {
    List<CitizenRequest> requests =
        file(
            HEADER + ",stage,opinion,rates_online,second_reply,second_replied_at",
            "1,A,路灯,2026-03-02 09:00:00,坏,已修,2026-03-03 09:00:00,CLOSED,PARTLY,yes,再修,2026-03-04 10:00:00");

    List<Act> acts = play(requests, 5, null);

    assertThat(acts).extracting(Act::name).doesNotContain("attempts", "evaluation");
    assertThat(acts)
        .filteredOn(act -> act.name().equals("rating"))
        .extracting(
            act -> act.body().path("round").asInt(), act -> act.body().path("solved").asText())
        .containsExactly(tuple(1, "NO"), tuple(2, "PARTLY"));
  }

  @Test
  void a_case_goes_only_as_far_as_the_demonstration_says() throws Exception {
    List<CitizenRequest> requests =
        file(
            HEADER + ",stage,opinion",
            "1,A,路灯,2026-03-02 09:00:00,坏,,,REGISTERED,",
            "2,A,路灯,2026-03-02 09:10:00,坏,,,CONTACTED,",
            "3,A,路灯,2026-03-02 09:20:00,坏,已修,2026-03-03 09:00:00,REVIEWED,",
            "4,A,路灯,2026-03-02 09:30:00,坏,,2026-03-03 09:00:00,WITHDRAWN,",
            "5,A,咨询,2026-03-02 09:40:00,问,可以,2026-03-03 09:00:00,ANSWERED,SATISFIED",
            "6,A,早市,2026-03-02 09:50:00,占道。另：垃圾没人清,,,SPLIT,");

    List<Act> acts = play(requests, NEVER, null);

    assertThat(timesOf(acts, "1").keySet()).containsExactly("cases");
    assertThat(timesOf(acts, "2").keySet()).contains("contact-attempts").doesNotContain("replies");
    assertThat(timesOf(acts, "3").keySet()).contains("reviews").doesNotContain("attempts");
    assertThat(timesOf(acts, "4").keySet())
        .containsExactlyInAnyOrder("cases", "acceptance", "withdrawal");
    assertThat(timesOf(acts, "5").keySet())
        .containsExactlyInAnyOrder("cases", "direct-answer", "attempts", "evaluation");
    assertThat(acts)
        .filteredOn(act -> act.ref().equals("6") && act.name().equals("split"))
        .singleElement()
        .satisfies(
            act -> {
              assertThat(act.body().path("kept").path("content").asText()).isEqualTo("占道。");
              assertThat(act.body().path("demands").path(0).path("title").asText())
                  .isEqualTo("垃圾没人清");
            });
  }

  @Test
  void the_clock_does_not_go_back_behind_where_a_replay_was_broken_off() throws Exception {
    List<CitizenRequest> requests =
        file(
            HEADER,
            "1,A,路灯,2019-04-25 09:00:00,坏,已修,2019-05-10 14:00:00",
            "2,A,路灯,2019-04-25 11:00:00,坏,已修,2019-05-10 15:00:00");
    Instant brokenOff = RequestFile.time("2019-04-25 10:00:00");

    List<Act> acts = play(requests, NEVER, brokenOff);

    assertThat(acts).allSatisfy(act -> assertThat(act.at()).isAfterOrEqualTo(brokenOff));
    assertThat(timesOf(acts, "2")).containsEntry("cases", requests.get(1).receivedAt());
  }

  private static Map<String, Instant> timesOf(List<Act> acts, String ref) {
    return acts.stream()
        .filter(act -> act.ref().equals(ref))
        .collect(Collectors.toMap(Act::name, Act::at));
  }

  private List<Act> play(List<CitizenRequest> requests, int stumbleEvery, Instant notBefore)
      throws Exception {
    ReplayClock clock = new ReplayClock(folder.resolve("clock"));
    clock.release();
    try (TinyCity city = new TinyCity(folder.resolve("clock"), stumbleEvery);
        Desks desks = new Desks(new Api(city.gateway(), () -> true), "file.csv");
        Background background = new Background()) {
      Player player =
          new Player(
              desks,
              requests,
              Set.of(),
              clock,
              new Position(folder, "file.csv"),
              background,
              "test");
      player.play(notBefore);
      assertThat(player.failures()).isEmpty();
      return List.copyOf(city.acts());
    }
  }

  private List<CitizenRequest> file(String... lines) throws IOException {
    Path file = folder.resolve("requests.csv");
    Files.write(file, List.of(lines));
    return RequestFile.read(file);
  }
}
