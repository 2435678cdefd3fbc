import { get } from './api.js';

const LEVELS = ['PROVINCE', 'ZONE', 'AREA'];

let asked = null;

/**
 * Names of provinces, zones and areas; asked for once while the page is open, and empty where replication does not answer.
 *
 * @return byCode: Map of code -> name, byLevel: level -> names
 */
export function regionNames() {
  asked ??= Promise.all(LEVELS.map((level) => get(`/api/replication/v1/regions?level=${level}`)))
    .then((answers) => ({
      byCode: new Map(answers.flatMap((answer) => answer.items.map((region) => [region.code, region.name]))),
      byLevel: Object.fromEntries(answers.map((answer, i) => [LEVELS[i], answer.items.map((region) => region.name)])),
    }))
    .catch(() => {
      asked = null;
      return { byCode: new Map(), byLevel: {} };
    });
  return asked;
}
