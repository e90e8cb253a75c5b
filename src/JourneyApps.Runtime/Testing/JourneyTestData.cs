using System.Text;
using JourneyApps.Internal.Testing;

namespace JourneyApps.Testing;

/// <summary>Creates objects and queries for tests of code that uses this library.</summary>
public static class JourneyTestData
{
    /// <summary>Creates an object as the server would return it: an existing object without changes, with all fields known.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="json">One object in the API's read format, with an <c>id</c>. Choices can be bare keys or <c>{key,
    /// display}</c>.</param>
    /// <returns>The object.</returns>
    /// <exception cref="UnreadableObjectException">The JSON is malformed, has no id, or a value does not fit its field.</exception>
    /// <example><code>
    /// Job job = JourneyTestData.Read&lt;Job&gt;("""
    ///     { "id": "42059e2e-d2a2-41e3-a9f3-001e6733fe3c", "title": "Wash dishes", "state": "busy" }
    ///     """);
    /// </code></example>
    public static TModel Read<TModel>([StringSyntax(StringSyntaxAttribute.Json)] string json) where TModel : class, IModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return ModelJson.Read<TModel>(Encoding.UTF8.GetBytes(json));
        }
        catch (JsonValueException fault)
        {
            throw new UnreadableObjectException(fault);
        }
    }

    /// <summary>Creates a query that returns the given objects, for mocked clients. Conditions, orders and ranges do not change its
    /// result.</summary>
    /// <typeparam name="TModel">The generated model.</typeparam>
    /// <typeparam name="TFields">The generated field tokens.</typeparam>
    /// <param name="items">The objects; <see cref="Read"/> creates them as the server would.</param>
    /// <example>
    /// <code>
    /// class FakeJobs : JobSet
    /// {
    ///     public override ObjectQuery&lt;Job, JobFields&gt; AsQuery() => JourneyTestData.Query&lt;Job, JobFields&gt;(jobs);
    /// }
    /// </code>
    /// </example>
    public static ObjectQuery<TModel, TFields> Query<TModel, TFields>(IEnumerable<TModel> items)
        where TModel : class, IModel<TModel>
        where TFields : struct
    {
        ArgumentNullException.ThrowIfNull(items);
        return new InMemoryQuery<TModel, TFields>([.. items]);
    }
}
