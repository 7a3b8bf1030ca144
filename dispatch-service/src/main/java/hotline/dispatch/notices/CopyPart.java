package hotline.dispatch.notices;

/** What a copy may carry (各联内容). */
enum CopyPart {
  /** What the case is about, in one line. */
  TITLE,
  /** The whole text of the petition (原件). */
  ORIGINAL,
  /** What the petitioner asks for. */
  PETITION,
  /** What the centre demands of the lead unit. */
  DEMAND,
  /** What will be done until when. */
  PROMISE,
  /** The remark for the leader in charge. */
  REMARK,
  /** The responsible people with their posts. */
  RESPONSIBLE,
  /** Their telephones as well. */
  PHONES,
  CO_UNITS,
  /** How often the case was urged, carded, escalated, given back. */
  RECORD,
  /** Who did what when, from the petition to this notice (流转). */
  CHAIN,
  /** How each of the six copies was delivered and confirmed. */
  RECEIPTS
}
