package hotline.dispatch.notices;

import hotline.access.Violations;
import java.util.regex.Pattern;

/** An official who answers for the case (责任人); stays in this service's database. */
public record ResponsiblePerson(String name, String post, String phone) {

  private static final int LONGEST_NAME = 50;
  private static final int LONGEST_POST = 100;
  private static final Pattern PHONE = Pattern.compile("[0-9+][0-9 ()-]{4,24}");

  void check(Violations wrong, String prefix) {
    wrong
        .required(name, prefix + "name")
        .atMost(name, LONGEST_NAME, prefix + "name")
        .required(post, prefix + "post")
        .atMost(post, LONGEST_POST, prefix + "post")
        .require(
            phone != null && PHONE.matcher(phone.strip()).matches(),
            prefix + "phone",
            "not-a-phone",
            "请填写责任人的联系电话，例如 0532-12345678。",
            "Give the telephone of the responsible person, as in 0532-12345678.");
  }

  ResponsiblePerson tidy() {
    return new ResponsiblePerson(name.strip(), post.strip(), phone.strip());
  }

  /** Without names, because this may end up in logs. */
  @Override
  public String toString() {
    return "ResponsiblePerson";
  }
}
