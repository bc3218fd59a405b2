import { createServer } from "node:http";

createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  response.writeHead(Buffer.concat(chunks).length > 0 ? 204 : 400).end();
}).listen(Number(process.env.PORT), "127.0.0.1", () => console.log("receiving"));
