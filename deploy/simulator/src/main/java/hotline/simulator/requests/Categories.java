package hotline.simulator.requests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the category of a request whose file names none, as a new operator would: by the words in
 * it.
 */
public final class Categories {

  private static final String OTHER = "99";

  /** Words to the beginning of a category's code; the first that occurs decides. */
  private static final Map<String, String> WORDS = words();

  private final List<Category> leaves = new ArrayList<>();
  private final Set<String> codes = new HashSet<>();

  private record Category(String code, String name) {}

  public Categories(JsonNode items) {
    Set<String> parents = new HashSet<>();
    items.forEach(item -> parents.add(item.path("parentCode").asText()));
    for (JsonNode item : items) {
      String code = item.path("code").asText();
      codes.add(code);
      if (!parents.contains(code)) {
        leaves.add(new Category(code, item.path("nameZh").asText()));
      }
    }
    if (leaves.isEmpty()) {
      throw new IllegalStateException("没有诉求分类 / There are no categories yet");
    }
  }

  /** A category with nothing below it. */
  public String of(CitizenRequest request) {
    String wanted = request.script().category();
    if (wanted != null && codes.contains(wanted)) {
      return wanted;
    }
    String beginning = beginning(request.title());
    if (beginning == null) {
      beginning = beginning(request.detail());
    }
    return closest(beginning == null ? OTHER : beginning, request.title() + request.detail());
  }

  private static String beginning(String text) {
    for (Map.Entry<String, String> word : WORDS.entrySet()) {
      if (text.contains(word.getKey())) {
        return word.getValue();
      }
    }
    return null;
  }

  /** Of the leaves below, the one whose name shares most with the text. */
  private String closest(String beginning, String text) {
    Category best = null;
    int most = -1;
    for (Category leaf : leaves) {
      if (leaf.code().startsWith(beginning)) {
        int shared = shared(leaf.name(), text);
        if (shared > most) {
          most = shared;
          best = leaf;
        }
      }
    }
    return best == null ? leaves.get(leaves.size() - 1).code() : best.code();
  }

  private static int shared(String name, String text) {
    int shared = 0;
    for (int i = 0; i + 2 <= name.length(); i++) {
      if (text.contains(name.substring(i, i + 2))) {
        shared++;
      }
    }
    return shared;
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    put(words, "0204", "公积金");
    put(words, "0603", "医保", "医疗保险", "社保卡");
    put(words, "0702", "养老金", "养老保险", "社保", "工伤", "失业", "退休");
    put(words, "0701", "工资", "欠薪", "劳动合同", "加班", "农民工");
    put(words, "0301", "自来水", "停水", "供水", "水费", "水压", "用水");
    put(words, "0302", "停电", "供电", "电费", "电压", "变压器", "用电");
    put(words, "0303", "供暖", "暖气", "供热");
    put(words, "0304", "燃气", "天然气", "煤气");
    put(words, "0305", "宽带", "信号", "移动公司", "电信", "联通", "网络");
    put(words, "0403", "公路", "省道", "国道", "高速");
    put(words, "0401", "公交", "地铁", "班车", "线路");
    put(words, "0402", "出租车", "的士", "网约车");
    put(words, "0404", "红绿灯", "信号灯", "违停", "堵车", "拥堵", "斑马线", "交警", "车辆");
    put(words, "0405", "停车");
    put(words, "05", "学校", "小学", "中学", "幼儿园", "教师", "老师", "学生", "入学", "教育", "培训", "学位");
    put(words, "06", "医院", "医生", "疫苗", "卫生院", "生育", "计生", "看病");
    put(words, "0201", "物业", "业委会", "电梯", "小区");
    put(words, "0203", "房产证", "不动产", "开发商", "楼盘", "交房", "购房", "房屋");
    put(words, "0205", "公租房", "廉租房", "棚改", "老旧", "安置");
    put(words, "0105", "工地", "施工", "渣土");
    put(words, "0104", "违建", "违章建筑", "违法建筑");
    put(words, "0101", "道路", "路灯", "井盖", "积水", "修路", "路面", "马路", "路口");
    put(words, "0102", "垃圾", "摆摊", "占道", "夜市", "卫生");
    put(words, "0801", "油烟", "扬尘", "废气", "臭味", "异味", "气味");
    put(words, "0802", "污水", "河道", "水质", "排污");
    put(words, "08", "污染", "噪音", "噪声", "环保");
    put(words, "1202", "征地", "拆迁", "土地", "承包");
    put(words, "12", "农村", "村民", "村委", "农田", "农民");
    put(words, "1101", "低保", "救助", "残疾", "贫困");
    put(words, "1103", "殡葬", "坟", "公墓", "结婚", "婚姻");
    put(words, "11", "社区", "居委会", "养老院");
    put(words, "1001", "户口", "身份证", "户籍", "落户");
    put(words, "10", "派出所", "公安", "诈骗", "赌博", "狗");
    put(words, "09", "假货", "食品", "商家", "消费", "价格", "收费", "退款", "超市", "餐馆");
    put(words, "14", "规划", "采光", "容积率", "用地");
    put(words, "13", "景区", "旅游", "体育", "广场舞", "文化");
    put(words, "15", "税", "发票", "营业执照", "办事", "快递");
    return words;
  }

  private static void put(Map<String, String> words, String code, String... each) {
    for (String word : each) {
      words.put(word, code);
    }
  }
}
