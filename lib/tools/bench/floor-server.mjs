// The floor of the bench: a bare node:http handler that reads a body and answers JSON.
import http from 'node:http';

const server = http.createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1');
