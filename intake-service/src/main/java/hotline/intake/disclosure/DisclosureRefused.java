package hotline.intake.disclosure;

import hotline.access.Forbidden;

/** The contact is not given; the question stays in the access log. */
public class DisclosureRefused extends Forbidden {
  private static final long serialVersionUID = 1L;

  private DisclosureRefused(String slug, String detailZh, String detailEn) {
    super(slug, detailZh, detailEn);
  }

  static DisclosureRefused notInCharge() {
    return new DisclosureRefused(
        "not-in-charge",
        "该工单目前不由您办理或回访，不能查看联系方式。",
        "You do not handle or call back this case at present, so its contact is not shown.");
  }

  static DisclosureRefused confidential() {
    return new DisclosureRefused(
        "confidential-case",
        "诉求人要求保密，联系方式不提供给承办单位；请通过热线中心联系。",
        "The reporter asked for confidentiality; units reach the reporter through the hotline centre.");
  }

  static DisclosureRefused anonymous() {
    return new DisclosureRefused(
        "anonymous-reporter",
        "诉求人要求匿名，联系方式不提供给承办单位；请通过热线中心联系。",
        "The reporter asked to stay anonymous; units reach the reporter through the hotline centre.");
  }

  static DisclosureRefused respondent() {
    return new DisclosureRefused(
        "respondent-unit",
        "该工单反映的是您所在单位或下属单位，联系方式不予提供；请通过热线中心联系。",
        "The case complains about your unit or one below it; reach the reporter through the hotline centre.");
  }
}
