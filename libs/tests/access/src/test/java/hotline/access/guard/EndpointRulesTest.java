package hotline.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.Roles;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The wrong classes are no part of the test application but where a test asks for them. */
class EndpointRulesTest {
  @Path("/ruled")
  public static class Ruled {
    @GET
    @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK})
    public String byRole() {
      return "";
    }

    @POST
    @PermitAll
    public String open() {
      return "";
    }

    public String noEndpoint() {
      return "";
    }
  }

  @Path("/ruled-as-a-whole")
  @Authenticated
  public static class RuledAsAWhole {
    @GET
    public String any() {
      return "";
    }
  }

  @IfBuildProperty(name = "hotline.test.unruled", stringValue = "true")
  @Path("/unruled")
  public static class Unruled {
    @GET
    @PermitAll
    public String ruled() {
      return "";
    }

    @POST
    public String forgotten() {
      return "";
    }
  }

  @Authenticated
  public static class RuledParent {
    @GET
    public String inherited() {
      return "";
    }
  }

  @IfBuildProperty(name = "hotline.test.unruled", stringValue = "true")
  @Path("/child")
  public static class ChildOfRuled extends RuledParent {
    @POST
    public String own() {
      return "";
    }
  }

  @IfBuildProperty(name = "hotline.test.unruled", stringValue = "true")
  @Path("/mistyped")
  public static class Mistyped {
    @GET
    @RolesAllowed("dispather")
    public String list() {
      return "";
    }
  }

  public static class NoResource {
    @GET
    public String list() {
      return "";
    }
  }

  @Test
  void an_endpoint_with_a_rule_is_fine() {
    assertThat(
            EndpointRules.violations(List.of(Ruled.class, RuledAsAWhole.class, NoResource.class)))
        .isEmpty();
  }

  @Test
  void an_endpoint_without_a_rule_is_found() {
    assertThat(EndpointRules.violations(List.of(Unruled.class, ChildOfRuled.class)))
        .containsExactlyInAnyOrder(
            "Unruled.forgotten has no @RolesAllowed, @Authenticated or @PermitAll",
            "ChildOfRuled.own has no @RolesAllowed, @Authenticated or @PermitAll");
  }

  @Test
  void a_role_that_nobody_can_have_is_found() {
    assertThat(EndpointRules.violations(List.of(Mistyped.class)))
        .containsExactly("Mistyped.list allows the unknown role dispather");
  }
}
