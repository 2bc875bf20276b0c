// Slack's Web API and OAuth for two workspaces: prints where each is, and runs until stdin ends.
import { createEmulator } from "emulate";

const app = JSON.parse(process.argv[2]);
const workspace = (name, person) => ({
  slack: {
    team: { name },
    users: [{ name: person, is_admin: true }],
    oauth_apps: [app],
    signing_secret: "",
    strict_scopes: true,
  },
});
const both = [workspace("Herald", "hera"), workspace("Gazette", "gaz")];
const running = await Promise.all(
  both.map((seed) => createEmulator({ service: "slack", port: 0, seed })),
);
console.log(JSON.stringify(running.map((one) => one.url)));
process.stdin.resume().on("end", () => process.exit(0));
