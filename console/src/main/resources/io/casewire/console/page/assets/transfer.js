import { at } from './api.js';
import { proof } from './session.js';

/**
 * Sends a form with files and tells how far it has come, which fetch does not.
 *
 * @param told is given the share that was sent, 0 to 1
 * @return a promise of status and body (null where it is no JSON), whatever the status; rejected where nothing answers
 */
export function transfer(path, form, headers, told) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', at(path));
    request.responseType = 'json';
    Object.entries({ Accept: 'application/json', ...proof(), ...headers }).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener('progress', (event) => { if (event.lengthComputable) told(event.loaded / event.total); });
    request.addEventListener('load', () => resolve({ status: request.status, body: request.response }));
    request.addEventListener('error', () => reject(new Error('network')));
    request.send(form);
  });
}
