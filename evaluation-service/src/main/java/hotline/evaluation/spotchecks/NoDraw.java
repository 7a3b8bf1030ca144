package hotline.evaluation.spotchecks;

import hotline.access.IllegalMove;

/** From these cases nothing can be drawn by lot. */
final class NoDraw extends IllegalMove {

  private static final long serialVersionUID = 1L;

  private NoDraw(String slug, int cases, String zh, String en) {
    super(slug, zh, en);
    with("frameSize", String.valueOf(cases));
  }

  static NoDraw tooFew(int cases, int smallest) {
    return new NoDraw(
        "frame-too-small",
        cases,
        "符合条件且未抽查过的办结工单只有 %d 件，少于 %d 件时等于指定工单，不能抽样。请放宽时段、单位或分类。".formatted(cases, smallest),
        "Only %d closed cases fit that were not drawn before; from fewer than %d a draw would be a choice. Widen the period, the unit or the category."
            .formatted(cases, smallest));
  }

  static NoDraw tooMany(int cases, int largest) {
    return new NoDraw(
        "frame-too-large",
        cases,
        "符合条件的办结工单超过 %d 件，请缩短时段或按单位分次抽样。".formatted(largest),
        "More than %d closed cases fit; shorten the period or draw by unit.".formatted(largest));
  }

  static NoDraw sampleTooLarge(int cases, int largest) {
    return new NoDraw(
        "sample-too-large",
        cases,
        "范围内有 %d 件，一次至多抽取 %d 件。请减少数量或比例，或放宽范围。".formatted(cases, largest),
        "Of these %d cases at most %d may be drawn at once. Draw fewer, or from more."
            .formatted(cases, largest));
  }
}
