// A plain Socket.IO relay: joins a room, hands each message to everybody in it, stores nothing.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer((_request, response) => response.end('ready'));
const io = new Server(http, { transports: ['websocket'], serveClient: false });

io.on('connection', (socket) => {
  socket.on('join', (room, name) => {
    socket.data.room = room;
    socket.data.name = name;
    socket.join(room);
    socket.emit('joined');
  });
  socket.on('send', (id, text) => {
    const { room, name } = socket.data;
    io.to(room).emit('message', { id, name, text, sentAt: new Date().toISOString() });
  });
});

http.listen(Number(process.argv[2]), '127.0.0.1');
