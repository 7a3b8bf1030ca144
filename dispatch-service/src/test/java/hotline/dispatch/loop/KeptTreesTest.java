package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import hotline.access.Role;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The city keeps its own categories and places; codes with 88 (of places 370288 and 370289) are of
 * these tests alone.
 */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class KeptTreesTest {

  private static final String CATEGORIES = "/api/kept-categories";
  private static final String PLACES = "/api/kept-places";

  @Inject TheLog log;

  @Test
  void a_category_is_added_renamed_and_switched_off_with_its_history_and_said_on_the_topic() {
    add(CATEGORIES, Role.CATALOGUE_ADMIN, Map.of("code", "88", "nameZh", "新业态"))
        .then()
        .statusCode(201)
        .header("ETag", equalTo("\"0\""))
        .body("nameEn", equalTo("新业态"));
    add(CATEGORIES, Role.CATALOGUE_ADMIN, Map.of("code", "8801", "nameZh", "网约车"))
        .then()
        .statusCode(201)
        .body("parentCode", equalTo("88"));
    add(CATEGORIES, Role.CATALOGUE_ADMIN, Map.of("code", "8801", "nameZh", "网约车"))
        .then()
        .statusCode(400)
        .body("violations.code", contains("code-is-taken"));
    add(CATEGORIES, Role.CATALOGUE_ADMIN, Map.of("code", "880203", "nameZh", "无上级"))
        .then()
        .statusCode(400)
        .body("violations.code", contains("unknown-parent"));

    Map<String, Object> renamed = Map.of("nameZh", "网络约车", "nameEn", "Ride hailing");
    change(CATEGORIES + "/8801", Role.CATALOGUE_ADMIN, 0, renamed)
        .then()
        .statusCode(200)
        .body("version", equalTo(1));
    change(CATEGORIES + "/8801", Role.CATALOGUE_ADMIN, 0, renamed).then().statusCode(412);
    change(CATEGORIES + "/88", Role.CATALOGUE_ADMIN, 0, off("新业态"))
        .then()
        .statusCode(400)
        .body("violations.code", contains("has-active-below"));
    change(CATEGORIES + "/8801", Role.CATALOGUE_ADMIN, 1, off("网络约车")).then().statusCode(200);
    add(CATEGORIES, Role.CATALOGUE_ADMIN, Map.of("code", "880101", "nameZh", "下级"))
        .then()
        .statusCode(400)
        .body("violations.code", contains("parent-is-off"));

    keeper(Role.CATALOGUE_ADMIN)
        .get(CATEGORIES + "?parent=88")
        .then()
        .statusCode(200)
        .body("count", equalTo(1))
        .body("active", equalTo(0))
        .body("digitsBelow", equalTo(4))
        .body("way.code", contains("88"))
        .body("items[0].nameEn", equalTo("Ride hailing"))
        .body("items[0].changedBy", equalTo("the-catalogue-admin"));
    keeper(Role.CATALOGUE_ADMIN)
        .get(CATEGORIES + "/8801/changes?limit=2")
        .then()
        .statusCode(200)
        .body("count", equalTo(3))
        .body("items", hasSize(2))
        .body("items[0].after.active", equalTo(false))
        .body("items[1].before.nameZh", equalTo("网约车"));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(said(Category.class).filter(one -> one.code().equals("8801")))
                    .extracting(Category::nameZh, Category::active, Category::path)
                    .containsExactly(
                        tuple("网约车", true, "/88/8801"),
                        tuple("网络约车", true, "/88/8801"),
                        tuple("网络约车", false, "/88/8801")));
  }

  @Test
  void a_file_of_places_is_looked_at_first_and_then_written_whole_once() {
    String bad = "code,name_zh\n370288,八八区\n370288001,一街道\n370287001,无区街道\n";
    upload(PLACES + "/file/preview", bad)
        .then()
        .statusCode(200)
        .body("written", equalTo(false))
        .body("rejected", equalTo(1))
        .body("items[0].row", equalTo(4))
        .body("findings", containsString("370287001"));
    upload(PLACES + "/file?digest=" + digest(bad), bad)
        .then()
        .statusCode(200)
        .body("written", equalTo(false));
    keeper(Role.ORG_ADMIN).get(PLACES + "?parent=370288").then().statusCode(404);

    String good = "code,name_zh\n370288001,一街道\n370288,八八区\n370288001001,一社区\n";
    upload(PLACES + "/file", good)
        .then()
        .statusCode(409)
        .body("type", containsString("file-has-changed"));
    upload(PLACES + "/file?digest=" + digest(good), good)
        .then()
        .statusCode(200)
        .body("written", equalTo(true))
        .body("added", equalTo(3));
    // Also by who never got the answer.
    upload(PLACES + "/file", good).then().statusCode(200).body("unchanged", equalTo(3));
    // All of the demonstration city but its top would be switched off: looked at only.
    upload(PLACES + "/file/preview?endMissing=true", good)
        .then()
        .statusCode(200)
        .body("ended", greaterThanOrEqualTo(2_271))
        .body("endedItems", hasSize(500))
        .body("endedItems.code", hasItem("370202"));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(said(Place.class).filter(one -> one.code().startsWith("370288")))
                    .extracting(Place::path)
                    .containsExactlyInAnyOrder(
                        "/3702/370288",
                        "/3702/370288/370288001",
                        "/3702/370288/370288001/370288001001"));
  }

  @Test
  void of_two_that_change_one_place_at_once_one_is_told_so() {
    add(PLACES, Role.ORG_ADMIN, Map.of("code", "370289", "nameZh", "甲区")).then().statusCode(201);
    List<CompletableFuture<Integer>> both =
        Stream.of("乙区", "丙区")
            .map(
                name ->
                    CompletableFuture.supplyAsync(
                        () ->
                            change(PLACES + "/370289", Role.ORG_ADMIN, 0, Map.of("nameZh", name))
                                .statusCode()))
            .toList();
    assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412);
  }

  @Test
  void beside_the_city_there_is_no_other() {
    add(PLACES, Role.ORG_ADMIN, Map.of("code", "8802", "nameZh", "八八市"))
        .then()
        .statusCode(400)
        .body("violations.code", contains("another-city"));
    upload(PLACES + "/file/preview", "code,name_zh,active\n8802,八八市,是\n8803,八九市,否\n")
        .then()
        .statusCode(200)
        .body("rejected", equalTo(1))
        .body("items[0].violations.code", contains("another-city"));
  }

  @Test
  void a_page_goes_on_where_the_one_before_ended() {
    String first =
        keeper(Role.ORG_ADMIN)
            .get(PLACES + "?parent=370281001&limit=3")
            .then()
            .statusCode(200)
            .body("items", hasSize(3))
            .extract()
            .path("nextCursor");
    keeper(Role.ORG_ADMIN)
        .get(PLACES + "?parent=370281001&limit=3&cursor=" + first)
        .then()
        .statusCode(200)
        .body("items[0].code", greaterThan(first))
        .body("way.code", contains("3702", "370281", "370281001"));
    keeper(Role.ORG_ADMIN).get(PLACES + "?cursor=x").then().statusCode(400);
    keeper(Role.ORG_ADMIN).get(PLACES + "?parent=990000").then().statusCode(404);
  }

  private Response add(String path, Role role, Map<String, ?> entry) {
    return Desk.command(keeper(role), 0).body(entry).post(path);
  }

  private static Response change(String path, Role role, long version, Map<String, ?> entry) {
    return Desk.command(keeper(role), version).body(entry).post(path);
  }

  private static Map<String, Object> off(String name) {
    return Map.of("nameZh", name, "active", false);
  }

  private static RequestSpecification keeper(Role role) {
    return Desk.as(role);
  }

  private static Response upload(String path, String file) {
    return keeper(Role.ORG_ADMIN)
        .contentType("application/octet-stream")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post(path);
  }

  private static String digest(String file) {
    return upload(PLACES + "/file/preview", file).path("digest");
  }

  private <E> Stream<E> said(Class<E> kind) {
    return log.read(Topics.DIRECTORY).stream()
        .map(entry -> EventCodec.readDirectoryEntry(TheLog.headers(entry), entry.value()))
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
