import { createServer } from "node:http";

createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  JSON.parse(Buffer.concat(chunks).toString());
  response.writeHead(204).end();
}).listen(Number(process.env.PORT), "127.0.0.1", () => console.log("receiving"));
