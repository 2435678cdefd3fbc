// Receives Casewire's webhooks: repeats the challenge, refuses what is not signed, prints each message once (type, subject, title).
//   SECRET=whsec_… PORT=9000 node receive.mjs
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const MOST_BYTES = 1 << 20
const key = Buffer.from((process.env.SECRET ?? '').replace(/^whsec_/, ''), 'base64')
// a service that restarts keeps these in its database
const seen = new Set()

function isSigned(headers, body) {
  const time = Number(headers['webhook-timestamp'])
  if (!(Math.abs(Date.now() / 1000 - time) < 300)) return false
  const signed = Buffer.concat([Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.`), body])
  const expected = Buffer.from('v1,' + createHmac('sha256', key).update(signed).digest('base64'))
  // two during a rotation
  return (headers['webhook-signature'] ?? '').split(' ')
    .map(given => Buffer.from(given))
    .some(given => given.length === expected.length && timingSafeEqual(given, expected))
}

async function bodyOf(request) {
  const parts = []
  let bytes = 0
  for await (const part of request) {
    bytes += part.length
    if (bytes > MOST_BYTES) throw new Error('too long')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

createServer(async (request, response) => {
  try {
    const body = await bodyOf(request)
    if (!isSigned(request.headers, body)) return response.writeHead(401).end()
    const message = JSON.parse(body)
    if (message.type === 'casewire.endpoint.verification.v1') return response.end(message.data.challenge)
    // answer first: whoever sends waits 15 seconds
    response.writeHead(204).end()
    const id = request.headers['webhook-id']
    if (seen.has(id)) return
    seen.add(id)
    const event = message.data.event
    const title = (event.case ?? event.obligation ?? event.task ?? event.document ?? {}).title ?? ''
    console.log(`${message.type} ${message.data.subject} ${title}`)
  } catch {
    if (!response.headersSent) response.writeHead(400).end()
  }
}).listen(Number(process.env.PORT ?? 9000), process.env.HOST ?? '127.0.0.1', function () {
  console.log(`listening on ${this.address().port}`)
})
