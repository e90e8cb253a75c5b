using JourneyApps.Generator.Naming;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Pipeline;

/// <summary>A line of a names file.</summary>
/// <param name="Choice">What it says.</param>
/// <param name="Range">Where its left side stands.</param>
internal sealed record NamesLine(ChosenName Choice, TextRange Range);
