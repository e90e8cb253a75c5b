using System.Text.Json;
using JourneyApps.Emulator.Models;

namespace JourneyApps.Emulator.Writing;

/// <summary>The strict reading of bodies, for tests that want their typing errors found.</summary>
internal static class UnknownMembers
{
    public static void Refuse(ServedModel model, JsonElement body)
    {
        foreach (JsonProperty property in body.EnumerateObject())
        {
            string name = property.Name;
            if (name is "id" or "type" or "updated_at" or "display") continue;
            if (model.FindKey(name) is null && model.FindName(name) is null) throw WriteContext.Invalid($"Unknown field '{name}' for '{model.Name}'.");
        }
    }
}
