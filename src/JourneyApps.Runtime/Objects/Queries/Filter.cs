using System.Diagnostics;
using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps;

/// <summary>A condition that the server evaluates, built from field tokens and combined with <c>&amp;&amp;</c> and <c>||</c>. The client
/// cannot evaluate it, so a filter is not a C# condition: <c>if (filter)</c> does not compile.</summary>
/// <remarks><c>==</c> compares text case-sensitively; <c>Contains</c> and <c>StartsWith</c> ignore case. <c>!=</c> is true for
/// null.</remarks>
/// <example><code>
/// app.Jobs.Where(j =&gt; j.State == JobState.Busy &amp;&amp; (j.Due &lt; today || j.Due.IsNull()))
/// </code></example>
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Usage", "CA2225", Justification = "And and Or are the named forms; true and false exist only to make && and || work.")]
public abstract partial class Filter
{
    private protected Filter() { }

    /// <summary>Creates a condition in the platform's query language, for conditions that field tokens cannot express.</summary>
    /// <param name="expression">The expression, such as <c>name starts with ?</c>, with one question mark for each argument. Values never
    /// become part of the text.</param>
    /// <param name="arguments">The values, in order.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">The expression is empty, or the number of question marks differs from the number of
    /// arguments.</exception>
    public static Filter Raw(string expression, params RecordValue[] arguments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expression);
        ArgumentNullException.ThrowIfNull(arguments);
        int places = expression.AsSpan().Count('?');
        return places == arguments.Length
            ? new RawFilter(expression, [.. arguments])
            : throw new ArgumentException(
                $"The expression has {places} question marks but {arguments.Length} arguments.", nameof(arguments));
    }

    /// <summary>Combines two conditions; both must be true.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">Another condition.</param>
    /// <returns>The combined filter.</returns>
    public static Filter And(Filter left, Filter right) => left & right;

    /// <summary>Combines two conditions; at least one must be true.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">Another condition.</param>
    /// <returns>The combined filter.</returns>
    public static Filter Or(Filter left, Filter right) => left | right;

    /// <summary>Combines two conditions; both must be true. <c>&amp;&amp;</c> calls this operator.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">Another condition.</param>
    /// <returns>The combined filter.</returns>
    public static Filter operator &(Filter left, Filter right) => Combine(left, right, isAnd: true);

    /// <summary>Combines two conditions; at least one must be true. <c>||</c> calls this operator.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">Another condition.</param>
    /// <returns>The combined filter.</returns>
    public static Filter operator |(Filter left, Filter right) => Combine(left, right, isAnd: false);

    /// <summary>Always returns false, so that <c>||</c> evaluates both sides. The client cannot evaluate a filter.</summary>
    /// <param name="filter">The filter. It is ignored.</param>
    /// <returns>False.</returns>
    public static bool operator true(Filter filter) => false;

    /// <summary>Always returns false, so that <c>&amp;&amp;</c> evaluates both sides. The client cannot evaluate a filter.</summary>
    /// <param name="filter">The filter. It is ignored.</param>
    /// <returns>False.</returns>
    public static bool operator false(Filter filter) => false;

    /// <summary>Returns the expression that is sent to the server, without its values.</summary>
    /// <returns>The expression, such as <c>state = ? and due &lt; ?</c>.</returns>
    public override string ToString() => FilterRenderer.Render(this).Expression;

    private static CombinedFilter Combine(Filter left, Filter right, bool isAnd)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new CombinedFilter(isAnd, left, right);
    }
}
