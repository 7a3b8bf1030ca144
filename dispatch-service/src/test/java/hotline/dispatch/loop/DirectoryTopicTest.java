package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import hotline.access.Role;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Units, places and categories are said on their topic, once, and again when they change. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class DirectoryTopicTest {

  @Inject TheLog log;

  @Test
  void the_whole_directory_is_said_once_and_a_changed_unit_again() {
    // Centre, 34 departments and offices, 10 districts, 141 streets; 1 + 10 + 141 + 2,120 places.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(keys("place:")).hasSize(2_272).doesNotHaveDuplicates();
              assertThat(keys("category:")).hasSize(245).doesNotHaveDuplicates();
              assertThat(keys("unit:").stream().distinct()).hasSizeGreaterThanOrEqualTo(186);
            });

    Desk.command(Desk.as(Role.ORG_ADMIN), 0)
        .body(
            Map.of(
                "code", "yj-1",
                "parentCode", "yj",
                "nameZh", "应急值守科",
                "nameEn", "Duty Section"))
        .post("/api/directory/units")
        .then()
        .statusCode(200)
        .body("path", equalTo("/center/yj/yj-1"));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(entries())
                    .anySatisfy(
                        entry ->
                            assertThat(entry)
                                .isInstanceOfSatisfying(
                                    Unit.class,
                                    unit -> assertThat(unit.code()).isEqualTo("yj-1"))));
  }

  @Test
  void the_tree_opens_level_by_level() {
    Desk.clerk()
        .get("/api/directory/places?parent=370281001")
        .then()
        .statusCode(200)
        .body("items[0].parentCode", equalTo("370281001"));
    Desk.clerk()
        .get("/api/directory/units?parent=d370281")
        .then()
        .statusCode(200)
        .body("count", equalTo(14));
    Desk.clerk()
        .get("/api/directory/categories")
        .then()
        .statusCode(200)
        .body("count", greaterThanOrEqualTo(245));
  }

  private List<String> keys(String kind) {
    return log.read(Topics.DIRECTORY).stream()
        .map(entry -> entry.key())
        // Codes with 88 are of tests that keep their own.
        .filter(key -> key.startsWith(kind) && !key.startsWith("88", kind.length()))
        .toList();
  }

  private List<DirectoryEntry> entries() {
    return log.read(Topics.DIRECTORY).stream()
        .map(entry -> EventCodec.readDirectoryEntry(TheLog.headers(entry), entry.value()))
        .toList();
  }
}
