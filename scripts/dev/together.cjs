// Preloaded into the programs of the local stack. When the process that started them disconnects or is gone, they end as
// they do on Ctrl-C.
process.once('disconnect', () => {
  if (!process.emit('SIGINT')) process.exit(0);
});
process.channel?.unref();
