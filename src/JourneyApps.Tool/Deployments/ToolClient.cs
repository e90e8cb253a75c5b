using JourneyApps.CompilerServices;

namespace JourneyApps.Tool.Deployments;

/// <summary>A client without generated models: the command knows a deployment's models only from its data model.</summary>
internal sealed class ToolClient(JourneyAppOptions options) : JourneyClient(options, new SchemaInfo());
