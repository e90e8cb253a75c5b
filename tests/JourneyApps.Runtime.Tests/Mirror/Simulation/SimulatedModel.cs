using System.Collections.Immutable;
using JourneyApps.Internal.Features.Mirroring.Rules;

namespace JourneyApps.Runtime.Tests.Mirror.Simulation;

/// <summary>The data model: a field that comes and goes (its values stay stored), a type and a display format that change.</summary>
internal sealed record SimulatedModel(bool HasB, int Type, int Display, int Version)
{
    public string Hash => $"hash {Version}";

    public ModelShape Shape
    {
        get
        {
            ImmutableSortedDictionary<string, string> fields = ImmutableSortedDictionary<string, string>.Empty.Add("a", $"type {Type}");
            return new ModelShape($"display {Display}", HasB ? fields.Add("b", "integer") : fields);
        }
    }

    public SimulatedValue Render(SimulatedObject stored) => new($"{Type}:{stored.A}", HasB ? stored.B : null, $"{Display}");
}
