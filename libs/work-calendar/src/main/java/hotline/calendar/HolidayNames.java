package hotline.calendar;

import java.util.Map;

/** The English names of the holidays in the notices. */
final class HolidayNames {

  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("元旦", "New Year's Day"),
          Map.entry("春节", "Spring Festival"),
          Map.entry("清明节", "Tomb-Sweeping Day"),
          Map.entry("劳动节", "Labour Day"),
          Map.entry("“五一”", "Labour Day"),
          Map.entry("“五一”国际劳动节", "Labour Day"),
          Map.entry("端午节", "Dragon Boat Festival"),
          Map.entry("中秋节", "Mid-Autumn Festival"),
          Map.entry("国庆节", "National Day"),
          Map.entry("“十一”", "National Day"),
          Map.entry("中秋节、国庆节", "Mid-Autumn Festival and National Day"),
          Map.entry("国庆节、中秋节", "National Day and Mid-Autumn Festival"),
          Map.entry("抗日战争暨世界反法西斯战争胜利70周年纪念日", "70th anniversary of the victory in the war"));

  private HolidayNames() {}

  /** The English name, or the name itself where none is known. */
  static String english(String name) {
    return ENGLISH.getOrDefault(name, name);
  }
}
