using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace JourneyApps.Emulator.Http;

/// <summary>Forms with nested brackets: <c>task[name]=Wash&amp;task[tags][]=a</c> (introduction page).</summary>
internal static class FormBody
{
    private const int MaxDepth = 32;

    /// <summary>The form as equivalent JSON; every value is text.</summary>
    public static JsonDocument Parse(string text)
    {
        JsonObject root = [];
        foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(text))
        {
            string name = JsonText.WellFormed(pair.DecodeName().ToString());
            if (name.Length == 0) continue;
            Set(root, PathOf(name), JsonText.WellFormed(pair.DecodeValue().ToString()));
        }

        return JsonSerializer.SerializeToDocument(root, JsonText.Options);
    }

    private static List<string> PathOf(string name)
    {
        int bracket = name.IndexOf('[', StringComparison.Ordinal);
        if (bracket <= 0) return [name];
        List<string> path = [name[..bracket]];
        while (bracket < name.Length && name[bracket] == '[')
        {
            int end = name.IndexOf(']', bracket);
            if (end < 0 || path.Count == MaxDepth) throw Malformed(name);
            path.Add(name[(bracket + 1)..end]);
            bracket = end + 1;
        }

        return path;
    }

    private static void Set(JsonObject root, List<string> path, string value)
    {
        JsonObject parent = root;
        for (int i = 0; i < path.Count; i++)
        {
            string key = path[i];
            bool last = i == path.Count - 1;
            if (last)
            {
                parent[key] = value;
            }
            else if (path[i + 1].Length == 0)
            {
                if (i + 2 != path.Count || (parent[key] is not null and not JsonArray)) throw Malformed(key);
                JsonArray array = parent[key] as JsonArray ?? [];
                array.Add((JsonNode)value);
                parent[key] ??= array;
                return;
            }
            else
            {
                if (parent[key] is not null and not JsonObject) throw Malformed(key);
                parent[key] ??= new JsonObject();
                parent = (JsonObject)parent[key]!;
            }
        }
    }

    private static ApiException Malformed(string name) => ApiException.InvalidRequest($"Malformed parameter '{name}'.");
}
