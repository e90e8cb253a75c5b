using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>The parameter <c>embed</c>: comma-separated names of belongs-to relationships (retrieve-a-single-object page).</summary>
internal static class Embedding
{
    public static IReadOnlyCollection<string> Parse(ApiCall call, ServedModel model)
    {
        // v1 took embed[]=a&embed[]=b and embed=false; accepted here as well.
        List<string> names = [];
        foreach (KeyValuePair<string, string> parameter in call.Parameters.All)
        {
            if (parameter.Key is "embed" or "embed[]") names.AddRange(parameter.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        HashSet<string> embedded = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (model.FindName(name) is { Kind: MemberKind.Link }) embedded.Add(name);
            else if (call.Assumptions.RejectUnknownEmbed) throw new ApiException(ApiError.InvalidRequest($"Cannot embed '{name}': it is not a belongs-to of '{model.Name}'."));
        }

        return embedded;
    }
}
