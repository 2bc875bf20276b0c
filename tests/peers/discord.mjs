// Discord with two servers, one of which has no bot: prints where it is, then starts an interaction
// for each line on stdin, and runs until stdin ends.
import { createInterface } from "node:readline";
import { DigitalDiscord } from "discord-digital-twin";

const server = (name) => ({ name, channels: [{ name: "news", type: 0 }] });
const twin = new DigitalDiscord({
  botToken: process.argv[2],
  guilds: [server("Herald"), server("Elsewhere")],
  users: [{ username: "rita" }],
});
const [home, elsewhere] = twin.guildIds;

// What discord-digital-twin leaves out: servers without the bot, and by whom it was installed.
const everything = twin.loadGatewayState.bind(twin);
twin.loadGatewayState = async () => {
  const state = await everything();
  return { ...state, guilds: state.guilds.filter(({ id }) => id === home) };
};
await twin.start();
const { gateway } = twin.server;
const send = gateway.broadcast.bind(gateway);
gateway.broadcast = (event, data) => {
  if (event !== "INTERACTION_CREATE") return send(event, data);
  const by = data.guild_id === home ? { 0: home } : { 1: data.member.user.id };
  send(event, { ...data, authorizing_integration_owners: by });
};

const channels = await twin.prisma.channel.findMany();
const news = Object.fromEntries(channels.map((one) => [one.guildId, one.id]));
const userId = await twin.getFirstNonBotUserId();
const found = { behind: twin.restUrl, gateway: twin.gatewayUrl };
console.log(JSON.stringify({ ...found, home, elsewhere, channels: news }));

// a bot that was told of its servers
const ready = () => gateway.clients.some(({ sequence }) => sequence > 1);
for await (const line of createInterface({ input: process.stdin })) {
  while (!ready()) await new Promise((go) => setTimeout(go, 10));
  const { guildId, ...what } = JSON.parse(line);
  const { id } = await twin.simulateInteraction({ ...what, guildId, userId, channelId: news[guildId] });
  console.log(JSON.stringify(id));
}
process.exit(0);
