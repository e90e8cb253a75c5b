namespace JourneyApps.Emulator.Tests.Chromium;

/// <summary>The browser refused a command, or a script in the page threw.</summary>
internal sealed class DevToolsException(string message) : Exception(message);
