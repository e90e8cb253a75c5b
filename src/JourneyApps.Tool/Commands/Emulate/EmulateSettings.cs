using JourneyApps.Emulator;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Emulate;

/// <summary>The settings of an emulator.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="IsSample">Whether the schema is that of the sample app, whose objects are created.</param>
/// <param name="Seeds">The files whose objects are created.</param>
/// <param name="Faults">The faults to inject.</param>
/// <param name="Options">The options of the emulator.</param>
internal sealed record EmulateSettings(
    SchemaFile Schema, bool IsSample, IReadOnlyList<string> Seeds, IReadOnlyList<Fault> Faults, EmulatorOptions Options);
