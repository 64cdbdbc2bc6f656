// Preloaded into the programs of the local stack: when who started them lets go, or is gone, they end as at Ctrl-C.
process.once('disconnect', () => {
  if (!process.emit('SIGINT')) process.exit(0);
});
process.channel?.unref();
