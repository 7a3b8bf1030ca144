package hotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RoleTest {
  private static final Path REALM = Path.of("../../deploy/identity/realm.json");

  @Test
  void every_role_has_its_constant() throws IllegalAccessException {
    List<String> constants = new ArrayList<>();
    for (Field field : Roles.class.getFields()) {
      constants.add((String) field.get(null));
      assertThat(Role.valueOf(field.getName()).wireName()).isEqualTo(field.get(null));
    }
    assertThat(constants)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Role.values()).map(Role::wireName).toList());
  }

  @Test
  void a_role_of_the_identity_provider_itself_is_none() {
    assertThat(Role.ofWireName("default-roles-hotline")).isEmpty();
    assertThat(Role.ofWireName("OPERATOR")).isEmpty();
    assertThat(Role.ofWireName("unit-desk")).contains(Role.UNIT_DESK);
  }

  @Test
  void the_realm_has_exactly_these_roles_with_their_chinese_names() throws IOException {
    JsonNode roles = realm().at("/roles/realm");
    assertThat(names(roles, "name"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Role.values()).map(Role::wireName).toList());
    for (JsonNode role : roles) {
      assertThat(Role.ofWireName(role.get("name").asText()).orElseThrow().chinese())
          .isEqualTo(role.get("description").asText());
    }
  }

  @Test
  void every_role_has_a_demonstration_user_of_its_name() throws IOException {
    for (Role role : Role.values()) {
      JsonNode user =
          StreamSupport.stream(realm().get("users").spliterator(), false)
              .filter(one -> one.get("username").asText().equals(role.wireName()))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no user " + role.wireName()));
      assertThat(user.get("realmRoles").toString()).contains('"' + role.wireName() + '"');
      assertThat(user.get("requiredActions")).isEmpty();
      assertThat(user.at("/attributes/unit_path/0").asText())
          .startsWith("/center")
          .endsWith(user.at("/attributes/unit/0").asText());
    }
  }

  @Test
  void handler_reviewer_and_callback_agent_of_the_simulator_are_three_people() throws IOException {
    for (JsonNode user : realm().get("users")) {
      long parts =
          StreamSupport.stream(user.get("realmRoles").spliterator(), false)
              .map(JsonNode::asText)
              .map(
                  name ->
                      name.startsWith("callback")
                          ? "callback"
                          : name.startsWith("clerk") || name.startsWith("unit-")
                              ? "handling"
                              : name)
              .filter(part -> List.of("callback", "handling", "reply-reviewer").contains(part))
              .distinct()
              .count();
      assertThat(parts).as(user.get("username").asText()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void both_clients_put_audience_and_unit_into_the_access_token() throws IOException {
    for (JsonNode client : realm().get("clients")) {
      assertThat(names(client.get("protocolMappers"), "name"))
          .contains("audience hotline", "unit", "unit_path", "grid_path");
    }
    String profile =
        realm()
            .at(
                "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
            .asText();
    JsonNode attributes = new ObjectMapper().readTree(profile).get("attributes");
    assertThat(names(attributes, "name")).contains("unit", "unit_path", "grid_path");
    for (JsonNode attribute : attributes) {
      assertThat(attribute.at("/permissions/edit").toString()).isEqualTo("[\"admin\"]");
    }
  }

  private static JsonNode realm() throws IOException {
    return new ObjectMapper().readTree(REALM.toFile());
  }

  private static List<String> names(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(one -> one.get(field).asText())
        .toList();
  }
}
