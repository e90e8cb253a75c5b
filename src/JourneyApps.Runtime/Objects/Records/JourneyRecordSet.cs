using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Records;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps;

/// <summary>
/// The objects of one model by their schema names, without a generated class: for scripts, tools and models that this code was not generated with.
/// Retries, outcomes and paging are those of the typed sets.
/// </summary>
/// <example>
/// <code>
/// await foreach (JourneyRecord job in app.Objects("job").Where("state = ? and due &lt; ?", "busy", today).OrderBy("due"))
///     Console.WriteLine($"{job.Display}: {job["state"].Display}");
/// </code>
/// </example>
public class JourneyRecordSet
{
    private readonly ApiTransport? _transport;
    private readonly RequestOptions? _options;

    internal JourneyRecordSet(ApiTransport transport, string model, RequestOptions? options = null)
    {
        _transport = transport;
        _options = options;
        Model = ApiNames.CheckModel(model);
    }

    /// <summary>A set without a client, to be mocked.</summary>
    protected JourneyRecordSet() => Model = "";

    /// <summary>The schema's name of the model.</summary>
    public virtual string Model { get; }

    private ApiTransport Transport => _transport ?? throw new InvalidOperationException("This set was made without a client, to be mocked; the member that was called is not mocked.");

    /// <summary>The same set with limits of its own for every call.</summary>
    /// <param name="options">The limits.</param>
    public virtual JourneyRecordSet WithOptions(RequestOptions options) => new(Transport, Model, options);

    /// <summary>Makes a call and gives the API's answer along with the result: its status, its headers, its JSON.</summary>
    /// <typeparam name="TResult">What the call gives.</typeparam>
    /// <param name="send">The call, made on the set that it is given; a token to cancel it goes into it.</param>
    /// <returns>The result and the answer.</returns>
    public virtual async Task<JourneyResponse<TResult>> WithResponseAsync<TResult>(Func<JourneyRecordSet, Task<TResult>> send)
    {
        ArgumentNullException.ThrowIfNull(send);
        var keeper = new ResponseKeeper(_options);
        TResult value = await send(WithOptions(keeper.Options)).ConfigureAwait(false);
        return new JourneyResponse<TResult>(value, keeper.Last);
    }

    /// <summary>The same for calls that give nothing, such as creates and updates.</summary>
    /// <param name="send">The call, made on the set that it is given.</param>
    /// <returns>The answer; null when no request was needed.</returns>
    public virtual async Task<RawResponse?> WithResponseAsync(Func<JourneyRecordSet, Task> send)
    {
        ArgumentNullException.ThrowIfNull(send);
        var keeper = new ResponseKeeper(_options);
        await send(WithOptions(keeper.Options)).ConfigureAwait(false);
        return keeper.Last;
    }

    /// <summary>Everything, in the server's order.</summary>
    public virtual RecordQuery All() => new(Transport, new RecordPlan(Model) { Options = _options });

    /// <summary>What an expression finds, such as <c>state = ? and (crew &gt; ? or site_id in ?)</c>.</summary>
    /// <param name="expression">
    /// Names, operators (<c>= != &lt; &lt;= &gt; &gt;= contains, starts with, in, not in</c>), <c>and</c>, <c>or</c>, parentheses; a question mark for every value.
    /// </param>
    /// <param name="arguments">One value per question mark, in order. They are never part of the text.</param>
    /// <exception cref="ArgumentException">The number of values differs from that of the question marks.</exception>
    public virtual RecordQuery Where(string expression, params RecordValue[] arguments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expression);
        ArgumentNullException.ThrowIfNull(arguments);
        int marks = expression.Count(static character => character == '?');
        if (marks != arguments.Length)
            throw new ArgumentException($"The expression has {marks} question marks and {arguments.Length} values were given.", nameof(arguments));
        return new(Transport, new RecordPlan(Model) { Expression = expression, Arguments = arguments, Options = _options });
    }

    /// <summary>Reads one object.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The object, or null when there is none.</returns>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual async Task<JourneyRecord?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        try
        {
            return await RecordRequests.ReadAsync(Transport, Model, id, _options, mayBeMissing: true, cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Reads one object that must be there.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ObjectNotFoundException">There is none.</exception>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual Task<JourneyRecord> GetAsync(string id, CancellationToken cancellationToken = default)
        => RecordRequests.ReadAsync(Transport, Model, id, _options, mayBeMissing: false, cancellationToken);

    /// <summary>Creates a new object under its own id. After a failure it can be created again: that cannot make a second one, nor undo others' edits.</summary>
    /// <param name="record">A new object.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidOperationException">The object is not new, or of another model.</exception>
    /// <exception cref="JourneyApiException">The call failed; its outcome says whether it may have been applied.</exception>
    public virtual Task CreateAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => RecordRequests.CreateAsync(Transport, Own(record), _options, cancellationToken);

    /// <summary>Creates or replaces an object: fields that are not known in the record are cleared on the server.</summary>
    /// <param name="record">The object.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidOperationException">The object is of another model.</exception>
    /// <exception cref="JourneyApiException">The call failed; its outcome says whether it may have been applied.</exception>
    public virtual Task PutAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => RecordRequests.PutAsync(Transport, Own(record), _options, cancellationToken);

    /// <summary>Sends the changed fields; without changes nothing is sent.</summary>
    /// <param name="record">An object that exists.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidOperationException">The object is new, or of another model.</exception>
    /// <exception cref="JourneyApiException">The call failed; its outcome says whether it may have been applied.</exception>
    public virtual Task UpdateAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => RecordRequests.UpdateAsync(Transport, Own(record), _options, cancellationToken);

    /// <summary>Reads an object anew and takes over everything but the fields that were changed here and not yet written.</summary>
    /// <param name="record">An object that exists.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ObjectNotFoundException">There is none any more.</exception>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    public virtual async Task RefreshAsync(JourneyRecord record, CancellationToken cancellationToken = default)
        => Own(record).Refresh(await GetAsync(record.Id, cancellationToken).ConfigureAwait(false));

    /// <summary>Deletes an object.</summary>
    /// <param name="id">The id.</param>
    /// <param name="allowWipe">Must be true for objects of the app-user model: deleting one locks that user and wipes the user's devices.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="InvalidOperationException">It would wipe devices, and nobody said that this is meant.</exception>
    /// <exception cref="JourneyApiException">The call failed; its outcome says whether it may have been applied.</exception>
    public virtual Task<bool> DeleteAsync(string id, bool allowWipe = false, CancellationToken cancellationToken = default)
    {
        WipeCheck.Allow(Transport, Model, allowWipe);
        return ObjectDeleter.DeleteAsync(Transport, Model, id, _options, cancellationToken);
    }

    private JourneyRecord Own(JourneyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Model == Model ? record : throw new InvalidOperationException($"{record} is not an object of {Model}.");
    }
}
