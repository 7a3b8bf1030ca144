package hotline.dispatch.limits;

import hotline.calendar.LimitRule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A limit with its rules as one readable column: {@code 5wd IMMEDIATELY END_OF_WORK_DAY}. */
@Converter(autoApply = true)
public class RuleColumn implements AttributeConverter<LimitRule, String> {

  @Override
  public String convertToDatabaseColumn(LimitRule rule) {
    return rule == null
        ? null
        : rule.limit().format() + " " + rule.startRule().name() + " " + rule.endRule().name();
  }

  @Override
  public LimitRule convertToEntityAttribute(String text) {
    if (text == null) {
      return null;
    }
    String[] parts = text.split(" ");
    return LimitPolicies.rule(parts[0], parts[1], parts[2]);
  }
}
