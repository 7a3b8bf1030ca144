package hotline.reporting.ranking;

import hotline.reporting.headline.Headline;

/**
 * What a period counts for a unit.
 *
 * @param level of the directory: 1 centre, 2 district or department, 3 street or section, 4
 *     community; null for a unit that the directory has not told
 * @param ofAPlace whether it is responsible for a place; null when that is not known
 */
record UnitCounts(
    String unitId,
    Integer level,
    Boolean ofAPlace,
    Headline headline,
    long extended,
    long onHold) {}
