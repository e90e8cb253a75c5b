using System.Globalization;
using JourneyApps.Emulator.Browser;

namespace JourneyApps.Emulator.Command;

/// <summary>Reads the command's arguments.</summary>
internal static class EmulatorArguments
{
    /// <summary>Reads them; returns what is wrong, or <see langword="null"/>.</summary>
    public static string? TryParse(IReadOnlyList<string> arguments, out string schemaFile, out EmulatorOptions options)
    {
        schemaFile = string.Empty;
        options = new EmulatorOptions { DataBrowser = true };
        for (int i = 0; i < arguments.Count; i++)
        {
            string name = arguments[i];
            if (name == "--allow-schema-change")
            {
                options = options with { AllowSchemaChange = true };
                continue;
            }

            if (name is not ("--schema" or "--data" or "--port" or "--token")) return $"Unknown argument '{name}'.";
            if (i + 1 == arguments.Count) return $"'{name}' needs a value.";
            string value = arguments[++i];
            switch (name)
            {
                case "--schema":
                    schemaFile = value;
                    break;
                case "--data":
                    options = options with { DataFile = value };
                    break;
                case "--token":
                    options = options with { Token = value };
                    break;
                case "--port" when ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port):
                    options = options with { Port = port };
                    break;
                default:
                    return $"'{value}' is no port.";
            }
        }

        return schemaFile.Length == 0 ? "'--schema' is missing." : null;
    }
}
