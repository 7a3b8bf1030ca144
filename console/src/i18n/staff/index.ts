import * as administration from './administration';
import * as caseFile from './case';
import * as codes from './codes';
import * as evaluation from './evaluation';
import * as figures from './figures';
import * as handling from './handling';
import * as knowledge from './knowledge';
import * as register from './register';
import * as screening from './screening';
import * as shell from './shell';
import * as supervision from './supervision';

/** Words of the desks: the field's terms, as clerks use them. Each section stands in one file, Chinese and English. */
export const zh = {
  ...shell.zh,
  ...codes.zh,
  ...register.zh,
  ...caseFile.zh,
  ...screening.zh,
  ...knowledge.zh,
  ...handling.zh,
  ...evaluation.zh,
  ...supervision.zh,
  ...figures.zh,
  ...administration.zh,
};

export const en: typeof zh = {
  ...shell.en,
  ...codes.en,
  ...register.en,
  ...caseFile.en,
  ...screening.en,
  ...knowledge.en,
  ...handling.en,
  ...evaluation.en,
  ...supervision.en,
  ...figures.en,
  ...administration.en,
};
